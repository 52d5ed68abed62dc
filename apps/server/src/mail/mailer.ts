/** A letter to one person, in plain text. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends letters, or has them read by whoever runs the server. */
export interface Mailer {
  /** Whether a letter reaches the address it is for. */
  readonly reaches: boolean;
  /** Does not wait until it is sent: how long that takes tells who has an account. */
  send(letter: Letter): void;
}
