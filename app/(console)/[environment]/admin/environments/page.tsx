import type { Metadata } from 'next';
import { EnvironmentSection } from '@/components/environments/environment-section';
import { ErrorPanel } from '@/components/ui/error-panel';
import { PageHeader } from '@/components/ui/page-header';
import { listEnvironmentCards } from '@/lib/features/environments/list-cards';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Environments' };

/** The environments of the settings: whether their credentials work, what they refuse, what their budget is. */
export default async function EnvironmentsPage(props: PageProps<'/[environment]/admin/environments'>) {
  const { environment } = await props.params;
  const cards = await settle(listEnvironmentCards(environment, {}));
  return (
    <>
      <PageHeader title="Environments">
        As the settings of this console name them. They change there, with a new start.
      </PageHeader>
      {cards.ok ? (
        cards.data.map((card) => <EnvironmentSection key={card.name} environment={environment} card={card} />)
      ) : (
        <ErrorPanel
          title="The environments could not be read."
          error={cards.error}
          retryHref={paths.adminEnvironments(environment)}
        />
      )}
    </>
  );
}
