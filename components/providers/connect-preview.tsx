import { Badge } from '@/components/ui/badge';
import type { FieldRow } from '@/lib/features/providers/pattern-schema';
import type { ProviderFields } from '@/lib/features/providers/schema';

type Props = { fields: ProviderFields };

/** What a customer sees when they connect: drawn from the pattern, in the order of its fields. Nothing in it can be used. */
export function ConnectPreview({ fields }: Props) {
  const { displayName, description, type, isMcp, patternName, patternDescription } = fields;
  const name = displayName.trim() || 'The provider';
  const asked = type === 'OAUTH' ? [...fields.fields, ...fields.accountFields] : fields.fields;
  return (
    <section aria-label="What a customer sees" className="rounded border border-line bg-sunken p-4">
      <div className="flex items-start gap-3">
        <span
          aria-hidden="true"
          className="inline-flex size-9 shrink-0 items-center justify-center rounded border border-line bg-canvas font-semibold"
        >
          {name.charAt(0).toUpperCase()}
        </span>
        <div className="min-w-0">
          <p className="font-semibold wrap-anywhere">
            Connect {name} {isMcp ? <Badge>MCP</Badge> : null}
          </p>
          {description.trim() ? <p className="text-table text-quiet wrap-anywhere">{description}</p> : null}
        </div>
      </div>
      <div className="mt-3 flex flex-col gap-3">
        {patternName.trim() ? <p className="font-medium wrap-anywhere">{patternName}</p> : null}
        {patternDescription.trim() ? (
          <p className="text-table text-quiet wrap-anywhere">{patternDescription}</p>
        ) : null}
        {asked.map((field, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: drawn anew as a whole, and keys may be empty while typed
          <PreviewField key={index} field={field} />
        ))}
        {type === 'OAUTH' ? <Scopes fields={fields} /> : null}
        <p>
          <span className="inline-flex h-8 items-center rounded bg-accent px-3 font-medium text-on-accent">
            {type === 'OAUTH' ? `Continue to ${name}` : 'Connect'}
          </span>
        </p>
      </div>
    </section>
  );
}

function PreviewField({ field }: { field: FieldRow }) {
  return (
    <div className="flex flex-col gap-1">
      <p className="text-table font-medium wrap-anywhere">
        {field.label.trim() || 'Without a label'}
        <span className="font-normal text-quiet">{field.isRequired ? ' (required)' : ' (optional)'}</span>
      </p>
      <p className="flex min-h-8 items-center rounded border border-line-strong bg-canvas px-2.5 text-table text-quiet">
        {field.isSecret ? '••••••••' : field.hint.trim() || 'Text'}
      </p>
      {field.isSecret && field.hint.trim() ? (
        <p className="text-table text-quiet wrap-anywhere">{field.hint}</p>
      ) : null}
    </div>
  );
}

function Scopes({ fields: { isMcp, scopes } }: Props) {
  if (isMcp) {
    return <p className="text-table text-quiet">The server itself asks what the agent may do.</p>;
  }
  if (scopes.length === 0) return null;
  return (
    <div className="text-table">
      <p>Asks to be allowed:</p>
      <ul className="list-disc pl-5">
        {scopes.map(({ scope, displayName, isRequired }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <li key={index} className="wrap-anywhere">
            {displayName.trim() || scope || 'a scope'}
            {isRequired ? '' : ' (optional)'}
          </li>
        ))}
      </ul>
    </div>
  );
}
