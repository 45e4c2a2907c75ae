i18n-month-1 = janvier
i18n-month-2 = février
i18n-month-3 = mars
i18n-month-4 = avril
i18n-month-5 = mai
i18n-month-6 = juin
i18n-month-7 = juillet
i18n-month-8 = août
i18n-month-9 = septembre
i18n-month-10 = octobre
i18n-month-11 = novembre
i18n-month-12 = décembre

i18n-month-short-1 = janv.
i18n-month-short-2 = févr.
i18n-month-short-3 = mars
i18n-month-short-4 = avr.
i18n-month-short-5 = mai
i18n-month-short-6 = juin
i18n-month-short-7 = juil.
i18n-month-short-8 = août
i18n-month-short-9 = sept.
i18n-month-short-10 = oct.
i18n-month-short-11 = nov.
i18n-month-short-12 = déc.

i18n-weekday-1 = lundi
i18n-weekday-2 = mardi
i18n-weekday-3 = mercredi
i18n-weekday-4 = jeudi
i18n-weekday-5 = vendredi
i18n-weekday-6 = samedi
i18n-weekday-7 = dimanche

# The first day of a month.
i18n-day-first = 1er
# Between the date and the time of the same moment.
i18n-date-time-link = à
