import { CopyButton } from '@/components/ui/copy-button';
import { Facts } from '@/components/ui/facts';

type Props = { record: { name: string; value: string } };

/** The record that the customer publishes, part by part as their DNS form asks for it. */
export function TxtRecord({ record }: Props) {
  return (
    <Facts
      facts={[
        { term: 'Type', value: <code className="font-mono text-xs">TXT</code> },
        { term: 'Name', value: <Part text={record.name} what="record name" /> },
        { term: 'Value', value: <Part text={record.value} what="record value" /> },
      ]}
    />
  );
}

function Part({ text, what }: { text: string; what: string }) {
  return (
    <span className="flex items-start gap-1">
      <code className="min-w-0 font-mono text-xs wrap-anywhere">{text}</code>
      <CopyButton text={text} what={what} className="-my-1.5 shrink-0" />
    </span>
  );
}
