import { Badge } from '@/components/ui/badge';
import { Facts } from '@/components/ui/facts';
import { MonoId } from '@/components/ui/mono-id';
import { RelativeTime } from '@/components/ui/relative-time';
import { Section } from '@/components/ui/section';
import type { EnvironmentCard } from '@/lib/features/environments/schema';
import { BudgetPanel } from './budget-panel';
import { ProbeTable } from './probe-table';
import { TestCredentials } from './test-credentials';

type Props = { environment: string; card: EnvironmentCard };

/** One environment of the settings. */
export function EnvironmentSection({ environment, card }: Props) {
  return (
    <Section title={card.name}>
      <div className="grid gap-x-10 gap-y-6 wide:grid-cols-2">
        <Facts
          facts={[
            {
              term: 'Kind',
              value: (
                <Badge tone={card.isProduction ? 'warning' : 'neutral'}>
                  {card.isProduction ? 'Production' : 'Development'}
                </Badge>
              ),
            },
            {
              term: card.isCustomDomain ? 'Custom domain' : 'URL',
              value: <span className="wrap-anywhere">{card.url}</span>,
            },
            { term: 'Client id', value: <MonoId id={card.clientId} what="client id" /> },
            {
              term: 'Token',
              value: card.tokenEndsAt ? (
                <>
                  Held; it ends <RelativeTime time={card.tokenEndsAt} />
                </>
              ) : (
                'None at the moment. The next call asks for one.'
              ),
            },
          ]}
        />
        <BudgetPanel budget={card.budget} />
      </div>
      <TestCredentials environment={environment} name={card.name} />
      <ProbeTable environment={environment} name={card.name} probes={card.probes} />
    </Section>
  );
}
