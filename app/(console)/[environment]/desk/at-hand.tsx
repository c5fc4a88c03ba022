import { AtHand } from '@/components/desk/at-hand';
import { readPaletteHome } from '@/lib/features/palette/queries';
import { settle } from '@/lib/server/settle';

/** Recent and pinned customers of this person. */
export async function AtHandPanel({ environment }: { environment: string }) {
  const home = await settle(readPaletteHome(environment, {}));
  if (!home.ok) return <p className="text-quiet">{home.error.message}</p>;
  return <AtHand environment={environment} pinned={home.data.pinned} recent={home.data.recent} />;
}
