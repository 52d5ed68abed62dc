/** Addresses that people and senders use. Keys stand behind the #: browsers do not send that part. */
export class Links {
  constructor(private readonly publicUrl: string) {}

  wall(screenKey: string): string {
    return `${this.publicUrl}/tv/#key=${screenKey}`;
  }

  desk(ownerKey: string): string {
    return `${this.publicUrl}/desk/#key=${ownerKey}`;
  }

  phone(repKey: string): string {
    return `${this.publicUrl}/phone/#key=${repKey}`;
  }

  /** Where codes of screens are typed: short, because people type it, too. */
  pair(code?: string): string {
    return `${this.publicUrl}/pair${code === undefined ? '' : `/${code}`}`;
  }

  setup(token: string): string {
    return `${this.publicUrl}/desk/#setup=${token}`;
  }

  invitation(token: string): string {
    return `${this.publicUrl}/desk/#invitation=${token}`;
  }

  /** Where somebody chooses a new password. */
  reset(token: string): string {
    return `${this.publicUrl}/desk/#reset=${token}`;
  }

  events(): string {
    return `${this.publicUrl}/api/v1/events`;
  }

  signedEvents(address: string): string {
    return `${this.events()}?source=${address}`;
  }

  hook(address: string): string {
    return `${this.publicUrl}/hooks/${address}`;
  }
}
