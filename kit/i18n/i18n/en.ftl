i18n-month-1 = January
i18n-month-2 = February
i18n-month-3 = March
i18n-month-4 = April
i18n-month-5 = May
i18n-month-6 = June
i18n-month-7 = July
i18n-month-8 = August
i18n-month-9 = September
i18n-month-10 = October
i18n-month-11 = November
i18n-month-12 = December

i18n-month-short-1 = Jan
i18n-month-short-2 = Feb
i18n-month-short-3 = Mar
i18n-month-short-4 = Apr
i18n-month-short-5 = May
i18n-month-short-6 = Jun
i18n-month-short-7 = Jul
i18n-month-short-8 = Aug
i18n-month-short-9 = Sep
i18n-month-short-10 = Oct
i18n-month-short-11 = Nov
i18n-month-short-12 = Dec

i18n-weekday-1 = Monday
i18n-weekday-2 = Tuesday
i18n-weekday-3 = Wednesday
i18n-weekday-4 = Thursday
i18n-weekday-5 = Friday
i18n-weekday-6 = Saturday
i18n-weekday-7 = Sunday

# The first day of a month.
i18n-day-first = 1
# Between the date and the time of the same moment.
i18n-date-time-link = at
