// The parts of govuk-frontend that our pages use. Radios open what belongs to them by style alone (_fields.scss):
// the script would put aria-expanded where ARIA does not allow it.

import {
  CharacterCount,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  ServiceNavigation,
  SkipLink,
  Tabs,
  createAll,
} from "govuk-frontend/dist/govuk/all.mjs";

const PARTS = [
  CharacterCount,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  ServiceNavigation,
  SkipLink,
  Tabs,
];

export function startParts() {
  for (const part of PARTS) createAll(part);
}
