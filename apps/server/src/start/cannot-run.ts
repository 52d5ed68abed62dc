/** The program cannot start or go on, for a reason a person can act on: the message alone says all of it. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}
