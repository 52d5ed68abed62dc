/** A file that is not restored, for a reason a person can act on; nothing was changed. */
export class BackupRefused extends Error {}
