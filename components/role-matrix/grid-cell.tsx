import { openDialog, preloadDialog } from '@/components/ui/dialog-store';
import { isolate } from '@/lib/isolate';
import { CellMark, type CellState } from './cell-mark';

type Props = {
  role: string;
  permission: string;
  state: CellState;
  /** The display name of the role that brings it. */
  from: string;
  rights: { add: boolean; remove: boolean };
  place: { 'data-cell': string; tabIndex: 0 | -1 };
};

const look = 'flex h-[35px] w-full items-center justify-center outline-offset-[-2px]';

/** Whether a role has a permission, in a mark and in words; opens what gives or takes it. */
export function GridCell({ role, permission, state, from, rights, place }: Props) {
  const words = wordsOf(state, from);
  const act = state === 'direct' ? 'take' : 'give';
  const dialog = `${act}:${role}:${permission}`;
  if (act === 'take' ? !rights.remove : !rights.add) {
    return (
      <span className={look} {...place}>
        <CellMark state={state} />
        <span className="sr-only">{words}</span>
      </span>
    );
  }
  return (
    <button
      type="button"
      title={state === 'inherited' ? words : undefined}
      onPointerEnter={() => preloadDialog(dialog)}
      onClick={() => openDialog(dialog)}
      className={`${look} hover:bg-accent-soft`}
      {...place}
    >
      <CellMark state={state} />
      <span className="sr-only">{words}</span>
    </button>
  );
}

function wordsOf(state: CellState, from: string): string {
  if (state === 'none') return 'Not given';
  return state === 'direct' ? 'Its own' : `From ${isolate(from)}`;
}
