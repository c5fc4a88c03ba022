import { DialogLink } from '@/components/ui/dialog-link';
import { RelativeTime } from '@/components/ui/relative-time';
import type { OwnApiKeyRow } from '@/lib/features/api-keys/schema';

/** Active keys one below the other. */
export function ApiKeyList({ rows }: { rows: OwnApiKeyRow[] }) {
  return (
    <ul aria-label="API keys">
      {rows.map((row) => (
        <li
          key={row.tokenId}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-3"
        >
          <div className="min-w-0">
            <p className="font-medium wrap-anywhere">
              <bdi>{row.description ?? 'Without a description'}</bdi>
            </p>
            <p className="flex flex-wrap gap-x-3 gap-y-1 text-table text-quiet">
              <span>
                Ends in <code className="font-mono text-xs">{row.suffix}</code>
              </span>
              <span className="wrap-anywhere">
                Acts as {row.userId ? (row.email ?? 'one of your members') : 'your organization'}
              </span>
              <span>
                Created <RelativeTime time={row.createdAt} />
              </span>
              <span>
                Expires <RelativeTime time={row.expiresAt} missing="never" />
              </span>
            </p>
          </div>
          <DialogLink
            variant="secondary"
            size="small"
            dialog={`revoke:${row.tokenId}`}
            aria-label={`Revoke the key ending in ${row.suffix}`}
          >
            Revoke
          </DialogLink>
        </li>
      ))}
    </ul>
  );
}
