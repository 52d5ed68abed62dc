/** What SCIM's answers say of themselves. */
export const SCIM_JSON = ['content-type', 'application/scim+json; charset=utf-8'] as const;
