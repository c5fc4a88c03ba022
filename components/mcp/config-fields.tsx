'use client';

import { TextField } from '@/components/forms/text-field';
import { useLiveQuery } from '@/components/live/live-query';
import { RowFields } from '@/components/providers/row-fields';
import { type McpConnectionChoice, mostConnections } from '@/lib/features/mcp-configs/schema';

const choicesId = 'mcp-connection-choices';

/** What a configuration is made of, apart from its name, which is given once. */
export function ConfigFields({ environment }: { environment: string }) {
  const choices = useLiveQuery<McpConnectionChoice[]>(
    'mcp.connections',
    environment,
    {},
    { staleTime: 60_000 },
  );
  return (
    <>
      <TextField optional multiline name="description" label="Description" />
      <RowFields
        name="mappings"
        label="Connections"
        noun="connection"
        help={
          choices.error
            ? 'The app connections could not be listed here: type their keys.'
            : 'The app connections whose tools the agents get. Without tools of its own, a connection gives all of them.'
        }
        limit={mostConnections}
        blank={{ connection: '', tools: '' }}
        focus="connection"
      >
        {(path, number) => (
          <div className="flex flex-col gap-3">
            <TextField
              mono
              name={`${path}.connection`}
              label={`Key of connection ${number}`}
              list={choicesId}
            />
            <TextField
              optional
              multiline
              mono
              name={`${path}.tools`}
              label={`Tools of connection ${number}`}
              help="One to a line, as the provider’s tools are named. Empty: all."
            />
          </div>
        )}
      </RowFields>
      <datalist id={choicesId}>
        {choices.data?.map(({ key, provider }) => (
          <option key={key} value={key}>
            {provider}
          </option>
        ))}
      </datalist>
    </>
  );
}
