import { SCIM_ENTERPRISE, SCIM_USER } from '@bellwether/contracts';

const CORE = 'urn:ietf:params:scim:schemas:core:2.0';
const no = { supported: false };

export const SERVICE_PROVIDER = {
  schemas: [`${CORE}:ServiceProviderConfig`],
  patch: { supported: true },
  bulk: { ...no, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: 200 },
  changePassword: no,
  sort: no,
  etag: no,
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'Key',
      description: 'A key for provisioning in the header Authorization: Bearer …',
      primary: true,
    },
  ],
  meta: { resourceType: 'ServiceProviderConfig', location: '/scim/v2/ServiceProviderConfig' },
};

export const RESOURCE_TYPES = listOf([
  {
    schemas: [`${CORE}:ResourceType`],
    id: 'User',
    name: 'User',
    endpoint: '/Users',
    schema: SCIM_USER,
    schemaExtensions: [{ schema: SCIM_ENTERPRISE, required: false }],
    meta: { resourceType: 'ResourceType', location: '/scim/v2/ResourceTypes/User' },
  },
]);

export const SCHEMAS = listOf([
  schemaOf(SCIM_USER, 'User', [
    { ...text('userName'), required: true, uniqueness: 'server' },
    { ...text('externalId'), caseExact: true },
    text('displayName'),
    complex('name', [text('formatted'), text('givenName'), text('familyName')]),
    text('nickName'),
    text('title'),
    flag('active'),
    { ...complex('emails', [text('value'), text('type'), flag('primary')]), multiValued: true },
  ]),
  schemaOf(SCIM_ENTERPRISE, 'EnterpriseUser', [
    text('department'),
    complex('manager', [text('value')]),
  ]),
]);

function listOf(resources: readonly object[]): object {
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: resources.length,
    startIndex: 1,
    itemsPerPage: resources.length,
    Resources: resources,
  };
}

function schemaOf(id: string, name: string, attributes: readonly object[]): object {
  const meta = { resourceType: 'Schema', location: `/scim/v2/Schemas/${id}` };
  return { schemas: [`${CORE}:Schema`], id, name, attributes, meta };
}

function text(name: string) {
  return {
    name,
    type: 'string',
    multiValued: false,
    required: false,
    caseExact: false,
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'none',
  };
}

function flag(name: string) {
  return { ...text(name), type: 'boolean' };
}

function complex(name: string, subAttributes: readonly object[]) {
  return { ...text(name), type: 'complex', subAttributes };
}
