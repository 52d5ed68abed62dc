import pg from 'pg';
import { CannotRun } from '../start/cannot-run.js';

const PATIENCE_MS = 5_000;

/** Throws, with what to do, when the PostgreSQL of `DATABASE_URL` cannot be used. */
export async function reachPostgres(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
  } catch (error) {
    throw new CannotRun(explain(url, error));
  } finally {
    await client.end().catch(() => undefined);
  }
}

function explain(url: string, error: unknown): string {
  const { hostname, port, username, pathname } = new URL(url);
  const place = `${hostname}:${port || 5432}`;
  const database = pathname.slice(1);
  const { code, message } = error as { code?: string; message: string };
  if (code === '28P01' || code === '28000') {
    return `DATABASE_URL: PostgreSQL at ${place} refuses user ${username}. Correct the name or the password.`;
  }
  if (code === '3D000') {
    return `DATABASE_URL: there is no database ${database} at ${place}. Create it, or correct the name.`;
  }
  return `DATABASE_URL: no PostgreSQL can be used at ${place} (${code ?? message}). Start it, or correct DATABASE_URL.`;
}
