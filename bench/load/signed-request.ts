import { createHmac } from 'node:crypto';

/** Where webhooks go, and what they are signed with. */
export interface Target {
  readonly port: number;
  /** With the query. */
  readonly path: string;
  /** `whsec_…` */
  readonly secret: string;
}

/** Makes whole HTTP requests that are signed as Standard Webhooks, ready for the wire. */
export class SignedRequests {
  readonly #key: Buffer;
  readonly #head: string;

  constructor({ port, path, secret }: Target) {
    this.#key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    this.#head =
      `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n` +
      'Content-Type: application/json\r\nConnection: keep-alive\r\n';
  }

  of(id: string, content: unknown): Buffer {
    const body = JSON.stringify(content);
    const timestamp = Math.floor(Date.now() / 1_000);
    const signature = createHmac('sha256', this.#key)
      .update(`${id}.${timestamp}.${body}`)
      .digest('base64');
    return Buffer.from(
      `${this.#head}Content-Length: ${Buffer.byteLength(body)}\r\nwebhook-id: ${id}\r\n` +
        `webhook-timestamp: ${timestamp}\r\nwebhook-signature: v1,${signature}\r\n\r\n${body}`,
    );
  }
}
