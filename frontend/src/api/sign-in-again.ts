/** When a session ends under an open page, the page asks here; the dialog over it answers. */
type Ask = () => Promise<boolean>;

let ask: Ask | undefined;
let pending: Promise<boolean> | undefined;

/** The shell gives the dialog while somebody is signed in, and takes it away after. */
export function offerSignIn(dialog: Ask): () => void {
  ask = dialog;
  return () => {
    ask = undefined;
  };
}

/** Requests that fail together ask once. */
export function signInAgain(): Promise<boolean> {
  if (ask === undefined) {
    return Promise.resolve(false);
  }
  pending ??= ask().finally(() => {
    pending = undefined;
  });
  return pending;
}
