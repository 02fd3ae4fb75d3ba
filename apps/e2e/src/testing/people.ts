import type { APIRequestContext } from 'playwright-core';

export interface Colleague {
  readonly email: string;
  readonly password: string;
}

/** Somebody who was invited and has set a password, as the person does whose requests these are: an administrator. */
export async function invite(
  administrator: APIRequestContext,
  name: string,
  role: 'manager' | 'contributor' | 'leader',
): Promise<Colleague> {
  const colleague = { email: `${name.toLowerCase()}@harborcloud.example`, password: 'a-lantern-over-water-7' };
  const invited = await administrator.post('/api/people', { data: { email: colleague.email, name, role } });
  if (!invited.ok()) throw new Error(`not invited: ${invited.status()} ${await invited.text()}`);
  const { link } = (await invited.json()) as { link: string };
  const { origin, searchParams } = new URL(link);
  const joined = await fetch(`${origin}/api/invitations/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: searchParams.get('token'), name, password: colleague.password }),
  });
  if (!joined.ok) throw new Error(`not joined: ${joined.status} ${await joined.text()}`);
  return colleague;
}
