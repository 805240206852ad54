import { useFeatureT } from '~/i18n/i18n';
import { Mark } from '~/ui/mark';
import { type ExchangeStatus, statusSigns } from './statuses';

export function ExchangeStatusMark({ status }: { status: ExchangeStatus }) {
  const t = useFeatureT('exchange-students');
  return <Mark {...statusSigns[status]}>{t(`status.${status}`)}</Mark>;
}
