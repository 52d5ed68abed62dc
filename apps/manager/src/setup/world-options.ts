import type { Option } from '@bellwether/ui';

/** Every time zone the browser knows, by its city. */
export function zoneOptions(detected: string): readonly Option[] {
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', detected]);
  return [...zones]
    .map((value) => {
      const [area = '', ...rest] = value.split('/');
      const city = rest.at(-1) ?? area;
      const detail = rest.length > 0 ? [area, ...rest.slice(0, -1)].join(', ') : '';
      return { value, label: city.replaceAll('_', ' '), detail: detail.replaceAll('_', ' ') };
    })
    .toSorted((a, b) => a.label.localeCompare(b.label));
}

/** Every currency the browser knows, by its name. */
export function currencyOptions(): readonly Option[] {
  const names = new Intl.DisplayNames('en', { type: 'currency' });
  return Intl.supportedValuesOf('currency')
    .map((value) => ({ value, label: names.of(value) ?? value, detail: value }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
}

/** Ways to write numbers and dates. Browsers list none, so these are the common ones, and the browser's own. */
const LOCALES =
  'ar-AE ar-EG bg-BG bn-BD ca-ES cs-CZ da-DK de-AT de-CH de-DE el-GR en-AU en-CA en-GB en-IE en-IN en-NZ en-SG en-US en-ZA es-AR es-CL es-CO es-ES es-MX et-EE eu-ES fa-IR fi-FI fr-BE fr-CA fr-CH fr-FR ga-IE gl-ES he-IL hi-IN hr-HR hu-HU id-ID is-IS it-CH it-IT ja-JP ko-KR lt-LT lv-LV ms-MY nb-NO nl-BE nl-NL pl-PL pt-BR pt-PT ro-RO ru-RU sk-SK sl-SI sr-RS sv-FI sv-SE sw-KE ta-IN th-TH tr-TR uk-UA ur-PK vi-VN zh-CN zh-HK zh-TW'.split(
    ' ',
  );

export function localeOptions(detected: string): readonly Option[] {
  const names = new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard' });
  return [...new Set([...LOCALES, detected])]
    .map((value) => ({ value, label: names.of(value) ?? value, detail: value }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
}
