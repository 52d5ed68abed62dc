import type { ErrorCode } from '@bellwether/contracts';
import { ERRORS } from '@bellwether/contracts';
import { PublicError } from '../http/public-error.js';

/** What kind of mistake it is, in SCIM's own words. */
type ScimType =
  | 'invalidFilter'
  | 'invalidPath'
  | 'invalidSyntax'
  | 'invalidValue'
  | 'mutability'
  | 'noTarget'
  | 'uniqueness';

const SCIM_ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error';

export function scimError(scimType: ScimType, detail: string): PublicError {
  const code = scimType === 'uniqueness' ? 'conflict' : 'malformed';
  return new PublicError(code, detail, undefined, { scimType });
}

/** Whether whoever asks speaks SCIM, and is answered in it. */
export function isScim(url: string): boolean {
  return url.startsWith('/scim/');
}

/** An error as SCIM tells it (RFC 7644, 3.12): the status is a text. */
export function scimErrorOf({
  code,
  message,
  extra,
}: PublicError): Readonly<Record<string, unknown>> {
  const scimType = extra['scimType'] ?? USUAL[code];
  return {
    schemas: [SCIM_ERROR],
    status: String(ERRORS[code].status),
    ...(scimType === undefined ? {} : { scimType }),
    detail: message,
  };
}

const USUAL: Readonly<Partial<Record<ErrorCode, ScimType>>> = { malformed: 'invalidSyntax' };
