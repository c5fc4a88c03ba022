const regionId = 'announcer';
// A region that appears together with its words stays silent in some screen readers.
const settleMs = 60;

/** Says a sentence to screen readers without moving the focus: "Copied". Browser only. */
export function announce(sentence: string): void {
  let region = document.getElementById(regionId);
  if (!region) {
    region = document.createElement('div');
    region.id = regionId;
    region.className = 'sr-only';
    region.setAttribute('role', 'status');
    region.setAttribute('aria-live', 'polite');
    document.body.append(region);
  }
  region.textContent = '';
  const place = region;
  setTimeout(() => {
    place.textContent = sentence;
  }, settleMs);
}
