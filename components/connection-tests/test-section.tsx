import { DialogLink } from '@/components/ui/dialog-link';
import { Section } from '@/components/ui/section';
import { TestConnectionDialog } from './dialogs';
import type { TestedConnection } from './tested-connection';

type Props = Omit<TestedConnection, 'testUri'> & { testUri: string | null };

/** The way to a trial sign-in. Earlier ones cannot be shown: the API lists none. */
export function TestSection({ testUri, ...connection }: Props) {
  return (
    <Section
      title="Test"
      action={
        testUri ? (
          <DialogLink dialog="test" variant="secondary">
            Test connection
          </DialogLink>
        ) : null
      }
    >
      <p className="measure text-quiet">
        {testUri
          ? 'A trial sign-in shows whether both sides fit. Somebody with an account at the customer’s identity provider has to go through it. Scalekit lists no earlier tests: a result is read by its id.'
          : 'Scalekit offers no test of this connection.'}
      </p>
      {testUri ? <TestConnectionDialog {...connection} testUri={testUri} /> : null}
    </Section>
  );
}
