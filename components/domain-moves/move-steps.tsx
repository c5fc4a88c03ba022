import type { ReactNode } from 'react';
import { TxtRecord } from '@/components/domains/txt-record';
import { statusWords } from '@/components/domains/words';
import { DialogLink } from '@/components/ui/dialog-link';
import { LinkButton } from '@/components/ui/link-button';
import { Status } from '@/components/ui/status';
import type { DomainMoveState } from '@/lib/features/domains/schema';
import { formatList } from '@/lib/format';
import { isolate } from '@/lib/isolate';
import { paths, withSearch } from '@/lib/paths';
import { GiveDomain } from './give';
import { TakeAway } from './take-away';

type Rights = { out: boolean; in: boolean; verify: boolean };
type Props = { environment: string; move: DomainMoveState; rights: Rights };

/** The three steps of a move. Which is next follows from who has the domain now, so that it goes on wherever it stopped. */
export function MoveSteps({ environment, move, rights }: Props) {
  const { domain, from, to } = move;
  const isFree = !from.domain && !to.domain;
  const [fromName, toName] = [isolate(from.name), isolate(to.name)];
  return (
    <ol className="flex list-none flex-col gap-6">
      <Step title={`Take it from ${fromName}`} state={from.domain ? 'now' : 'done'}>
        {!from.domain ? (
          <p>{fromName} does not have it now.</p>
        ) : rights.out ? (
          <TakeAway environment={environment} move={move} domainId={from.domain.id} />
        ) : (
          <NotYours />
        )}
      </Step>
      <Step title={`Add it to ${toName}`} state={to.domain ? 'done' : isFree ? 'now' : 'later'}>
        {to.domain ? (
          <p className="wrap-anywhere">
            {toName} has it.{' '}
            {to.leadsTo.length > 0
              ? `It leads to ${formatList(to.leadsTo.map(({ label }) => label))}.`
              : 'It is given to no connection.'}
          </p>
        ) : !isFree ? (
          <p className="text-quiet">A domain belongs to one customer at a time.</p>
        ) : rights.in ? (
          <>
            <p className="mb-3">Neither of the two has it now: sign-in of its addresses is led nowhere.</p>
            <GiveDomain
              {...{ environment, domain }}
              primary
              receiver={to}
              other={from}
              submitLabel="Add it"
            />
          </>
        ) : (
          <NotYours />
        )}
      </Step>
      <Step title="Verify" state={to.domain ? (isProved(move) ? 'done' : 'now') : 'later'}>
        <Verification move={move} mayVerify={rights.verify} />
      </Step>
      {from.domain ? null : (
        <Step title="The way back" state="later">
          {isFree && rights.in ? (
            <GiveDomain {...{ environment, domain }} receiver={from} other={to} submitLabel="Put it back" />
          ) : (
            <LinkButton
              href={withSearch(paths.moveDomain(environment, from.organizationId), {
                domain,
                from: to.organizationId,
              })}
            >
              Move it back
            </LinkButton>
          )}
        </Step>
      )}
    </ol>
  );
}

const isProved = ({ to }: DomainMoveState) =>
  to.domain?.status === 'verified' || to.domain?.status === 'auto_verified';

function Verification({ move, mayVerify }: { move: DomainMoveState; mayVerify: boolean }) {
  const row = move.to.domain;
  if (!row)
    return <p className="text-quiet">Added from here it counts as verified at once: you vouch for it.</p>;
  const { tone, label } = statusWords[row.status];
  return (
    <div className="flex max-w-160 flex-col items-start gap-3">
      <Status tone={tone}>{label}</Status>
      {row.record && !isProved(move) ? <TxtRecord record={row.record} /> : null}
      <span className="flex flex-wrap gap-2">
        <DialogLink dialog={`dns:${row.id}`} variant="secondary" size="small">
          Check DNS
        </DialogLink>
        {mayVerify && !isProved(move) ? (
          <DialogLink dialog={`verify:${row.id}`} variant="secondary" size="small">
            Verify
          </DialogLink>
        ) : null}
      </span>
    </div>
  );
}

const NotYours = () => <p className="text-quiet">Your role does not include moving a domain.</p>;

const states = {
  done: { tone: 'success', label: 'Done' },
  now: { tone: 'info', label: 'Next' },
  later: null,
} as const;

type StepProps = { title: string; state: keyof typeof states; children: ReactNode };

function Step({ title, state, children }: StepProps) {
  const words = states[state];
  return (
    <li>
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3">
        <h3 className="text-sm font-semibold wrap-anywhere">{title}</h3>
        {words ? <Status tone={words.tone}>{words.label}</Status> : null}
      </div>
      {children}
    </li>
  );
}
