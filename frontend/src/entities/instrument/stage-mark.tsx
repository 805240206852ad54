import { useCommonT, useFormats } from '~/i18n/i18n';
import { Mark } from '~/ui/mark';
import { type LegalStatus, legalSigns, type Stage, stageSigns } from './stages';

export function StageMark({ stage }: { stage: Stage }) {
  const t = useCommonT();
  return <Mark {...stageSigns[stage]}>{t(`stage.${stage}`)}</Mark>;
}

/** In force and soon over: said with the days that are left. */
export function LegalMark({
  status,
  expiring,
  lastOn,
}: {
  status: LegalStatus;
  expiring: boolean;
  lastOn?: string | undefined;
}) {
  const t = useCommonT();
  const { relativeDay } = useFormats();
  if (expiring) {
    return (
      <Mark fill="full" tone="attention">
        {lastOn ? t('legal_status.ends', { when: relativeDay(lastOn) }) : t('legal_status.expiring')}
      </Mark>
    );
  }
  return <Mark {...legalSigns[status]}>{t(`legal_status.${status}`)}</Mark>;
}
