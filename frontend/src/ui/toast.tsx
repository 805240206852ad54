import { createContext, type ReactNode, use, useCallback, useEffect, useState } from 'react';
import { useCommonT } from '~/i18n/i18n';
import { Button } from './button';
import styles from './toast.module.css';

type Toast = { id: number; text: string; undo?: (() => void) | undefined };
type Show = (text: string, undo?: () => void) => void;

const ToastContext = createContext<Show>(() => undefined);
const SHOWN_MS = 10_000;
let lastId = 0;

/** Tells that something is done, and takes it back where the API can. */
export function useToast(): Show {
  return use(ToastContext);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const drop = useCallback((id: number) => setToasts(all => all.filter(it => it.id !== id)), []);
  const show = useCallback((text: string, undo?: () => void) => {
    lastId += 1;
    const id = lastId;
    setToasts(all => [...all.slice(-2), { id, text, undo }]);
  }, []);
  return (
    <ToastContext value={show}>
      {children}
      <div className={styles.stack} role="status">
        {toasts.map(toast => (
          <ToastLine key={toast.id} toast={toast} onDone={drop} />
        ))}
      </div>
    </ToastContext>
  );
}

function ToastLine({ toast, onDone }: { toast: Toast; onDone: (id: number) => void }) {
  const t = useCommonT();
  const [held, setHeld] = useState(false);
  const done = useCallback(() => onDone(toast.id), [onDone, toast.id]);
  useEffect(() => {
    const timer = held ? undefined : setTimeout(done, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, done]);
  const hold = {
    onPointerEnter: () => setHeld(true),
    onPointerLeave: () => setHeld(false),
    onFocus: () => setHeld(true),
    onBlur: () => setHeld(false),
  };
  return (
    <div className={styles.toast} {...hold}>
      {toast.text}
      {toast.undo && (
        <Button
          look="plain"
          onClick={() => {
            toast.undo?.();
            done();
          }}
        >
          {t('action.undo')}
        </Button>
      )}
      <Button look="plain" onClick={done} aria-label={t('action.close')}>
        ×
      </Button>
    </div>
  );
}
