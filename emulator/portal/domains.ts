import { z } from 'zod';
import { createPortalDomain } from '../domains/create-domain';
import { deleteDomain } from '../domains/delete-domain';
import type { DomainRow } from '../domains/rows';
import { publishTxtRecord, settleDomain } from '../domains/verification';
import { notFound } from '../errors';
import { buttonForm, facts, field } from '../faces/form-html';
import { escapeHtml } from '../oauth/page';
import type { PortalAct } from './portal-act';
import type { Visit } from './session';

const addSchema = z.object({ domain: z.string().trim().default('') });

/** Adds a domain, to be proved by a TXT record. @throws ConnectError when it is malformed, public or taken */
export const addDomain: PortalAct = ({ environment, organization }, form) => {
  createPortalDomain(environment, organization, addSchema.parse(form).domain);
  return { location: '/portal', done: 'domain-added' };
};

/** Stands in for the customer's DNS: publishes the record and has it looked up. */
export const publishDomain: PortalAct = ({ environment, organization }, _form, id) => {
  const row = requireOwnDomain({ environment, organization }, id);
  settleDomain(environment, publishTxtRecord(environment, row));
  return { location: '/portal', done: 'record-published' };
};

export const removeDomain: PortalAct = ({ environment, organization }, _form, id) => {
  deleteDomain(environment, requireOwnDomain({ environment, organization }, id));
  return { location: '/portal', done: 'domain-removed' };
};

function requireOwnDomain(
  { environment, organization }: Pick<Visit, 'environment' | 'organization'>,
  id: string,
) {
  const row = environment.store.domains.get(id);
  if (row?.organizationId !== organization.id) throw notFound(`domain ${id}`);
  return row;
}

const statusWords: Record<DomainRow['status'], string> = {
  PENDING: 'Pending: waiting for the TXT record',
  VERIFIED: 'Verified by DNS',
  AUTO_VERIFIED: 'Verified by your provider',
  FAILED: 'Failed: the TXT record was not found in time. Remove the domain and add it again.',
};

/** The organization's domains, with the record that proves a pending one, and a form for another. */
export function domainSection({ environment, organization }: Visit, typed = ''): string {
  const rows = environment.store.domains
    .findBy('organizationId', organization.id)
    .filter(({ type }) => type === 'ORGANIZATION_DOMAIN')
    .map((row) => settleDomain(environment, row));
  return `<section aria-labelledby="domains"><h2 id="domains">Domains</h2>
<p>People whose e-mail address ends in one of these are yours.</p>
${rows.map(domainItem).join('\n')}
<form method="post" action="/portal/domains">
${field({ name: 'domain', label: 'Add a domain', hint: 'Such as customer.example', value: typed, required: true })}
<button>Add domain</button></form></section>`;
}

function domainItem({ id, name, status, txtKey, txtSecret }: DomainRow): string {
  const path = `/portal/domains/${id}`;
  const isPending = status === 'PENDING';
  const record = isPending
    ? facts([
        ['Record type', 'TXT'],
        ['Host', name],
        ['Value', `${txtKey}=${txtSecret}`],
      ])
    : '';
  const publish = isPending ? buttonForm(`${path}/publish`, 'Publish the record in the emulated DNS') : '';
  return `<div class="item"><h3>${escapeHtml(name)}</h3><p>${statusWords[status]}</p>${record}
<div class="actions">${publish}${buttonForm(`${path}/remove`, `Remove ${name}`)}</div></div>`;
}
