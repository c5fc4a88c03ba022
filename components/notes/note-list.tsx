import type { MenuEntry } from '@/components/ui/menu-entry';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowMenu } from '@/components/ui/row-menu';
import type { NoteRow } from '@/lib/features/notes/schema';
import { formatExactTime } from '@/lib/format';
import { NoteText } from './note-text';

export type NoteRights = { edit: boolean; remove: boolean; removeAny: boolean };

/** Notes one below the other, newest first, each with who wrote it and when. */
export function NoteList({ rows, rights }: { rows: NoteRow[]; rights: NoteRights }) {
  return (
    <ul aria-label="Notes" className="flex flex-col">
      {rows.map((row) => {
        const entries = entriesOf(row, rights);
        return (
          <li key={row.noteId} className="border-b border-line py-3 last:border-b-0">
            <div className="flex items-start justify-between gap-3">
              <p className="min-w-0 text-table text-quiet wrap-anywhere">
                <span title={row.authorEmail} className="font-medium text-text">
                  {row.authorName}
                </span>{' '}
                <RelativeTime time={row.createdAt} />
                {row.editedAt ? (
                  <>
                    , edited <RelativeTime time={row.editedAt} />
                  </>
                ) : null}
              </p>
              {entries.length > 0 ? <RowMenu label={menuLabel(row)} entries={entries} /> : null}
            </div>
            <NoteText text={row.text} />
          </li>
        );
      })}
    </ul>
  );
}

const menuLabel = ({ authorName, createdAt }: NoteRow) =>
  `Actions for the note of ${authorName}, ${formatExactTime(createdAt)}`;

function entriesOf({ noteId, own, text }: NoteRow, rights: NoteRights): MenuEntry[] {
  const entries: MenuEntry[] = [{ label: 'Copy as Markdown', copy: text }];
  if (own && rights.edit) entries.push({ label: 'Edit note', dialog: `edit-note:${noteId}` });
  if (own ? rights.remove : rights.removeAny)
    entries.push({ label: 'Delete note', dialog: `delete-note:${noteId}`, danger: true, separated: true });
  return entries;
}
