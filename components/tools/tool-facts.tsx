import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { Facts } from '@/components/ui/facts';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ToolDetail } from '@/lib/features/tools/schema';
import { paths } from '@/lib/paths';
import { JsonBlock } from './json-block';

/** What is known of a tool, with its schemas as they are. */
export function ToolFacts({ environment, tool }: { environment: string; tool: ToolDetail }) {
  const versions = [tool.toolVersion, tool.schemaVersion && `schema ${tool.schemaVersion}`];
  return (
    <div className="flex flex-col gap-5">
      <Facts
        facts={[
          {
            term: 'Provider',
            value: (
              <Link
                href={paths.provider(environment, tool.provider)}
                prefetch={false}
                className="text-link wrap-anywhere"
              >
                {tool.provider}
              </Link>
            ),
          },
          { term: 'Version', value: versions.filter(Boolean).join(', ') || 'not told' },
          { term: 'Default', value: tool.isDefault ? 'Yes' : 'No: another version is' },
          { term: 'Updated', value: <RelativeTime time={tool.updatedAt} /> },
          ...(tool.tags.length > 0
            ? [
                {
                  term: 'Tags',
                  value: (
                    <span className="flex flex-wrap gap-1">
                      {tool.tags.map((tag) => (
                        <Badge key={tag}>{tag}</Badge>
                      ))}
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      <SchemaPart title="Input schema" what="input schema" schema={tool.inputSchema} />
      <SchemaPart title="Output schema" what="output schema" schema={tool.outputSchema} />
    </div>
  );
}

function SchemaPart({ title, what, schema }: { title: string; what: string; schema: object | null }) {
  return (
    <section>
      <h2 className="mb-2 text-sm font-semibold">{title}</h2>
      {schema ? (
        <JsonBlock json={schema} what={what} />
      ) : (
        <p className="text-table text-quiet">Not described.</p>
      )}
    </section>
  );
}
