/** Has the organisation's first screen play one board and nothing else. */
export async function playOnly(url: string, ownerKey: string, board: string): Promise<void> {
  const headers = { authorization: `Bearer ${ownerKey}`, 'content-type': 'application/json' };
  const listed = await fetch(`${url}/api/v1/screens`, { headers });
  const { screens } = (await listed.json()) as { screens: readonly { screenId: number }[] };
  const reply = await fetch(`${url}/api/v1/screens/${screens[0]?.screenId}`, {
    method: 'PATCH',
    headers,
    body: JSON.stringify({ slides: [{ board, strip: null, seconds: 3_600 }] }),
  });
  if (!reply.ok) throw new Error(`The slides were refused: ${await reply.text()}`);
}
