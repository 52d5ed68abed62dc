/** The launcher cannot go on, for a reason a person can act on: the message alone says all of it. */
export class CannotContinue extends Error {}
