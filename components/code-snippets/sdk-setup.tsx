import { TextBlock } from '@/components/tools/json-block';
import { Section } from '@/components/ui/section';
import { clientLines, installLines, middlewareLines } from '@/lib/code-snippets/set-up.data';

const languages = [
  ['node', 'Node.js'],
  ['python', 'Python'],
  ['go', 'Go'],
  ['java', 'Java'],
] as const;

const checks = languages.filter(([key]) => key !== 'java') as [keyof typeof middlewareLines, string][];

/** Installation and first lines in each language, and how a server checks an API key. `base`: the environment's address. */
export function SdkSetup({ base }: { base: string }) {
  return (
    <div className="max-w-3xl">
      <Section
        title="Surroundings"
        description="Three variables that all snippets read. Id and secret are those of an API client of the environment, from Scalekit’s dashboard; Keydesk does not hand out its own."
      >
        <TextBlock
          what="variables"
          text={`SCALEKIT_ENVIRONMENT_URL=${base}\nSCALEKIT_CLIENT_ID=<client id>\nSCALEKIT_CLIENT_SECRET=<client secret>`}
        />
      </Section>
      {languages.map(([key, label]) => (
        <Section key={key} title={label}>
          <div className="flex flex-col gap-3">
            {installLines[key].map(({ title, text }) => (
              <Labelled key={title} label={title} what={`installation with ${title}`} text={text} />
            ))}
            <Labelled label="Client" what={`client in ${label}`} text={clientLines[key]} />
          </div>
        </Section>
      ))}
      <Section
        title="curl"
        description="An access token for the variable SCALEKIT_ACCESS_TOKEN; it lives about a day."
      >
        <TextBlock what="request for a token" text={tokenRequest} />
      </Section>
      <Section
        title="Check an API key in a request"
        description="Let a request in when its key is a live one, refuse it with 401 when it is not, and narrow the data to the organization, and the user, that the key belongs to."
      >
        <div className="flex flex-col gap-3">
          {checks.map(([key, label]) => (
            <Labelled key={key} label={label} what={`check in ${label}`} text={middlewareLines[key]} />
          ))}
        </div>
      </Section>
    </div>
  );
}

const tokenRequest = `curl --request POST "$SCALEKIT_ENVIRONMENT_URL/oauth/token" \\
  --data grant_type=client_credentials \\
  --data-urlencode "client_id=$SCALEKIT_CLIENT_ID" \\
  --data-urlencode "client_secret=$SCALEKIT_CLIENT_SECRET"`;

function Labelled({ label, what, text }: { label: string; what: string; text: string }) {
  return (
    <div>
      <h3 className="mb-1 text-table font-medium">{label}</h3>
      <TextBlock what={what} text={text} />
    </div>
  );
}
