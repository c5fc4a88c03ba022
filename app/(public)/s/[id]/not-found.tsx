import { DeadHandOver } from '@/components/hand-overs/dead-hand-over';

/** For an address that no hand-over has. */
export default function HandOverNotFound() {
  return <DeadHandOver dead={{ state: 'made_up' }} />;
}
