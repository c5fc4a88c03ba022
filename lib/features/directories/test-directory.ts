import { db } from '@/lib/db';
import { scalekitClient } from '@/lib/scalekit/client';
import { write } from '@/tests/setup/write';
import { addDirectorySecret, createDirectory } from './actions';

type Of = { organizationId: string; directoryId: string };

/** A new organization with a verified domain and a SCIM directory. For tests. */
export async function newDirectory(): Promise<Of> {
  // A 429 of the test before has halved what this one may spend.
  await db().apiBudget.deleteMany();
  const { domains, organizations } = scalekitClient('production');
  const organization = { displayName: 'Heronsgate Rail' };
  const created = await organizations.createOrganization({ organization });
  const organizationId = created.organization?.id ?? '';
  const identities = { case: 'organizationId', value: organizationId } as const;
  await domains.createDomain({ identities, domain: { domain: domainOf(organizationId) } });
  const { directoryId } = await write(createDirectory, { organizationId, type: 'SCIM', provider: 'OKTA' });
  return { organizationId, directoryId };
}

export const domainOf = (organizationId: string) => `${organizationId.replace('_', '-')}.example`;

/** An identity provider that pushes to a directory with a secret of its own. For tests. */
export async function newPusher(of: Of) {
  const { value } = await write(addDirectorySecret, of);
  const { directory } = await scalekitClient('production').directories.getDirectory({
    organizationId: of.organizationId,
    id: of.directoryId,
  });
  const push = async (path: string, body: object, secret = value) => {
    const answer = await fetch(`${directory?.directoryEndpoint}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/scim+json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, json: (await answer.json()) as { id: string } };
  };
  const user = async (name: string, secret?: string) =>
    push('/Users', { userName: `${name}@${domainOf(of.organizationId)}`, active: true }, secret);
  const group = async (displayName: string, memberIds: string[]) =>
    (
      await push('/Groups', {
        displayName,
        externalId: `ext-${displayName}`,
        members: memberIds.map((value) => ({ value })),
      })
    ).json.id;
  return { secret: value, user, group };
}
