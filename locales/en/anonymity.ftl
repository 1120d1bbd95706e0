# Anonymous questionnaires: when they cannot be sent.

anonymity-campaign-only = An anonymous questionnaire can only be sent to many, so that answers mix with those of others. Open /campaign
