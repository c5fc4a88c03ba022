import { TextField } from '@/components/forms/text-field';
import { FieldGroup, SettingChoice, SettingSwitch } from './fields';
import { fieldLabels } from './labels';

/** What every connection has, whatever it speaks. */
export function SharedGroups() {
  return (
    <>
      <FieldGroup title="People">
        <SettingSwitch
          name="jitProvisioningWithSsoEnabled"
          help="Just-in-time provisioning: nobody has to be invited first."
        />
        <SettingSwitch
          name="syncUserProfileOnLogin"
          help="Names and other attributes are overwritten with what the provider sends."
        />
      </FieldGroup>
      <FieldGroup title="Sign-in page and testing">
        <TextField name="uiButtonTitle" label={fieldLabels.uiButtonTitle} optional />
        <SettingChoice
          name="configurationType"
          help="A note for whoever looks next. What Scalekit does by it is not published."
        />
        <SettingSwitch
          name="debugEnabled"
          help="For tests alone: what goes over http can be read and changed on its way."
        />
      </FieldGroup>
    </>
  );
}
