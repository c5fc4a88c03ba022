import { CopyButton } from '@/components/ui/copy-button';
import { Facts } from '@/components/ui/facts';
import type { Setting } from '@/lib/features/connections/schema';

/** Settings as they are; addresses with a button to copy them. */
export function SettingList({ settings }: { settings: Setting[] }) {
  if (settings.length === 0) return <p className="text-quiet">Nothing is set yet.</p>;
  return (
    <Facts
      facts={settings.map(({ label, value, copy }) => ({
        term: label,
        value: copy ? (
          <span className="flex items-start gap-1">
            <code className="min-w-0 font-mono text-xs wrap-anywhere">{value}</code>
            <CopyButton text={value} what={label} className="-my-1.5 shrink-0" />
          </span>
        ) : (
          value
        ),
      }))}
    />
  );
}
