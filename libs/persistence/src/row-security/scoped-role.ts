/** Who connections are when the role of the address passes row-level security, as a superuser does. */
export const SCOPED_ROLE = 'bellwether_scoped';
