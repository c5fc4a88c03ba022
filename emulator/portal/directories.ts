import { create } from '@bufbuild/protobuf';
import { z } from 'zod';
import { directoriesPb } from '@/lib/scalekit/services';
import { createDirectory } from '../directories/create-directory';
import { requireDirectory } from '../directories/find-directory';
import type { DirectoryRow } from '../directories/rows';
import { createDirectorySecret, regenerateDirectorySecret } from '../directories/secrets';
import { disableDirectory, enableDirectory } from '../directories/toggle-directory';
import type { Environment } from '../environment';
import { buttonForm, facts, formStyle, select } from '../faces/form-html';
import { escapeHtml, page } from '../oauth/page';
import type { PortalAct } from './portal-act';
import type { Visit } from './session';

const providers = [
  { value: 'OKTA', label: 'Okta' },
  { value: 'MICROSOFT_AD', label: 'Microsoft Entra ID' },
  { value: 'GOOGLE', label: 'Google Workspace' },
  { value: 'ONELOGIN', label: 'OneLogin' },
  { value: 'JUMPCLOUD', label: 'JumpCloud' },
  { value: 'PING_IDENTITY', label: 'PingIdentity' },
  { value: 'DIRECTORY_PROVIDER_UNSPECIFIED', label: 'Another provider' },
] as const satisfies { value: keyof typeof directoriesPb.DirectoryProvider; label: string }[];

const newSchema = z.object({ provider: z.enum(providers.map(({ value }) => value)) });

/** Turns SCIM on and shows its secret, which is known this once. */
export const addDirectory: PortalAct = ({ environment, organization }, form) => {
  const { provider } = newSchema.parse(form);
  const input = create(directoriesPb.CreateDirectorySchema, {
    directoryType: directoriesPb.DirectoryType.SCIM,
    directoryProvider: directoriesPb.DirectoryProvider[provider],
  });
  const row = createDirectory(environment, organization, input);
  return secretPage(environment, row, createDirectorySecret(environment, row).plainSecret);
};

/** A new secret in the place of the others. */
export const renewDirectorySecret: PortalAct = ({ environment, organization }, _form, id) => {
  const row = requireDirectory(environment, organization.id, id);
  return secretPage(environment, row, regenerateDirectorySecret(environment, row).plainSecret);
};

export const switchOnDirectory: PortalAct = ({ environment, organization }, _form, id) => {
  enableDirectory(environment, requireDirectory(environment, organization.id, id));
  return { location: '/portal', done: 'directory-enabled' };
};

export const switchOffDirectory: PortalAct = ({ environment, organization }, _form, id) => {
  disableDirectory(environment, requireDirectory(environment, organization.id, id));
  return { location: '/portal', done: 'directory-disabled' };
};

/** The organization's directories, or a form for the first. */
export function directorySection({ environment, organization }: Visit): string {
  const rows = environment.store.directories.findBy('organizationId', organization.id);
  const form = `<form method="post" action="/portal/directories">
${select('provider', 'Directory provider', [...providers], undefined, 'directory-provider')}
<button>Turn SCIM on</button></form>`;
  return `<section aria-labelledby="scim"><h2 id="scim">Directory sync</h2>
<p>Provision users and groups by SCIM.</p>
${rows.length > 0 ? rows.map((row) => directoryItem(environment, row)).join('\n') : form}</section>`;
}

function directoryItem(environment: Environment, row: DirectoryRow): string {
  const path = `/portal/directories/${row.id}`;
  const secrets = environment.store.directorySecrets
    .findBy('directoryId', row.id)
    .filter(({ status }) => status === 'ACTIVE');
  return `<div class="item"><h3>${escapeHtml(row.name)}</h3>
<p>${row.enabled ? 'Enabled: changes are taken.' : 'Disabled: changes are refused.'}</p>
${facts([
  ['SCIM endpoint', endpointOf(environment, row)],
  ['Secrets', secrets.map(({ suffix }) => `ends in ${suffix}`).join(', ') || 'none'],
])}
<div class="actions">${buttonForm(`${path}/secret`, 'Replace the secret')}
${row.enabled ? buttonForm(`${path}/disable`, 'Turn SCIM off') : buttonForm(`${path}/enable`, 'Turn SCIM on')}</div></div>`;
}

function secretPage(environment: Environment, row: DirectoryRow, plainSecret: string): Response {
  const body = `<p>Enter both at your directory. The secret is shown this once.</p>
${facts([
  ['SCIM endpoint', endpointOf(environment, row)],
  ['Secret', plainSecret],
])}
<p><a href="/portal">I have stored it</a></p>`;
  return page({ title: `SCIM secret of ${row.name}`, body, extraStyle: formStyle });
}

function endpointOf({ url }: Environment, { id }: DirectoryRow): string {
  return `${url()}/directory/${id}/scim/v2`;
}
