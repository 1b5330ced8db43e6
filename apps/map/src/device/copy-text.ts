/** Copies a text and then calls `done`; without permission nothing happens, the text stands on the page anyway. */
export function copyText(text: string, done: () => void): void {
  if (!('clipboard' in navigator)) return;
  navigator.clipboard.writeText(text).then(done, () => undefined);
}

/** Offers a link to the phone's own sharing, else copies it and then calls `copied`. */
export function shareLink(title: string, url: string, copied: () => void): void {
  if ('share' in navigator) navigator.share({ title, url }).catch(() => undefined);
  else copyText(url, copied);
}
