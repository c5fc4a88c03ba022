/** `j•••@acme.example`: enough to know which mailbox to look into, too little to write to. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}•••${address.slice(at)}`;
}

const address = /[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+\.[^\s@<>"'(),;:.]+/g;

/** A text with every e-mail address in it masked. */
export function maskAddresses(text: string): string {
  return text.replace(address, maskAddress);
}
