import { useRef, useState } from 'react';
import type { QueryOf, Resource, ResourceName } from '~/api/resource';
import { useCommonT, useFormats } from '~/i18n/i18n';
import { Button } from '~/ui/button';
import { MenuItem, Popover } from '~/ui/menu';
import { problemLine } from '~/ui/problem-state';
import { useToast } from '~/ui/toast';
import styles from './record.module.css';

type Exportable = { [N in ResourceName]: QueryOf<N> extends { format?: unknown } ? N : never }[ResourceName];

/** The lists that the API gives as tables too. */
const exportable: readonly ResourceName[] = [
  'partners',
  'agreements',
  'memoranda',
  'people',
  'exchange-students',
  'grant-projects',
  'funding-programmes',
] satisfies readonly Exportable[];

export function isExportable(name: ResourceName): boolean {
  return exportable.includes(name);
}

const formats = ['xlsx', 'csv'] as const;
type Format = (typeof formats)[number];

type Props<N extends ResourceName> = { resource: Resource<N>; query: QueryOf<N> };

/** A search as a file. A plain link would be answered in the browser's language, so the file is fetched in the page's. */
export function DownloadMenu<N extends ResourceName>({ resource, query }: Props<N>) {
  const t = useCommonT();
  const { number } = useFormats();
  const toast = useToast();
  const [received, setReceived] = useState<number>();
  const stop = useRef<AbortController>(undefined);
  const download = async (format: Format) => {
    const controller = new AbortController();
    const { signal } = controller;
    stop.current = controller;
    setReceived(0);
    try {
      const { saveFile } = await import('./table-file');
      const file = await saveFile(await resource.table(query, format, signal), setReceived);
      toast(t('download.done', { file }));
    } catch (error) {
      if (!signal.aborted) {
        toast(problemLine(error, t, number));
      }
    } finally {
      setReceived(undefined);
    }
  };
  return (
    <>
      <Popover label={t('download.title')} end>
        {() =>
          formats.map(format => (
            <MenuItem key={format} disabled={received !== undefined} onClick={() => void download(format)}>
              {t(`download.${format}`)}
            </MenuItem>
          ))
        }
      </Popover>
      {received !== undefined && (
        <Button look="plain" onClick={() => stop.current?.abort()}>
          {t('action.cancel')}
        </Button>
      )}
      <span className={styles.meta} role="status">
        {received === 0 && t('download.preparing')}
        {received !== undefined && received > 0 && t('download.received', { size: Math.ceil(received / 1024) })}
      </span>
    </>
  );
}
