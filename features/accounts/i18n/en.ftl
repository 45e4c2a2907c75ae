accounts-people-nav = Accounts

accounts-sign-in-title = Sign in
accounts-sign-in-how = There is no password. Give your address: if it is known here, you get an e-mail with a link and a code, good for { $minutes } minutes.
accounts-sign-in-address = E-mail address
accounts-sign-in-address-purpose = sending sign-in e-mails
accounts-sign-in-send = Get a link and a code
accounts-sign-in-no-account = No account yet? Whoever coordinates your territory or steers your region can have one opened for you. To answer a request you got by e-mail you need no account: follow the link in it.
accounts-sign-in-demo = Demonstration: enter without a mail, as one of the example functions

accounts-code-title = Enter the code you received
accounts-code-sent = If the address is known here, an e-mail has just left. Follow its link on any device, or copy its code here. Both are good for { $minutes } minutes.
accounts-code-field = Code
accounts-code-hint = Six figures.
accounts-code-enter = Sign in with this code
accounts-code-nothing-came = Nothing came? Look among unwanted mail, or check the address. An e-mail you already have stays valid.
accounts-code-ask-again = Ask for another e-mail
accounts-code-not-six-figures = The code has six figures; copy all of it.
accounts-code-wrong = This is not the expected code. Check it in the most recent e-mail asked for from this browser.
accounts-code-nothing-asked = This browser is not waiting for a code: it has not asked for one within the hour, or the code was used. Ask for another e-mail, or follow the link in the one you have.

accounts-link-title = Open your account
accounts-link-for = This link opens the account of
accounts-link-enter = Sign in
accounts-link-once = The link works once. If you asked for nothing, close this page: nothing happens.
accounts-link-gone-title = This link no longer works
accounts-link-gone-text = It was already used, it is too old, or it was cut on its way. Nothing was changed. You can ask for another one right now.
accounts-link-ask-again = Ask for another e-mail

accounts-mail-subject = Signing in to { $host }
accounts-mail-asked = Somebody, probably you, asks to sign in to { $host } with this address.
accounts-mail-how = Follow the link on any device, or copy the code into the browser you asked from: no other accepts it. Both are good for { $minutes } minutes and work once. Do not pass them on.
accounts-mail-link = Sign in
accounts-mail-not-asked = You asked for nothing? Do nothing: without this e-mail, nobody gets in.

accounts-account-title = Your account
accounts-account-correct = A mistake in your name or address? Write to whoever keeps this installation.
accounts-name = Name
accounts-address = E-mail address
accounts-role = Role
accounts-place = Territory
accounts-since = Account opened on
accounts-roles-title = Roles
accounts-roles-none = No role for now.
accounts-sessions-title = Open sessions
accounts-sessions-how = A session lasts thirty days. Close those you do not recognise, or that were left on a shared device.
accounts-sessions-none = No open session.
accounts-sessions-end-others = Close all other sessions
accounts-session-browser = Browser
accounts-session-unknown-browser = Unknown browser
accounts-session-opened = Opened on
accounts-session-end-column = Close
accounts-session-this-one = This one
accounts-session-end = Close the session
accounts-sign-out = Sign out

accounts-role-administrator = Administration of the installation
accounts-role-regional-steering = Regional steering
accounts-role-coordinator = Coordination of a département
accounts-role-member = Member
accounts-role-counsellor = Advice to young people
accounts-role-reader = Reading
accounts-place-installation = The whole installation
accounts-place-organisation = An organisation

accounts-people-title = Accounts
accounts-people-total =
    { $count ->
        [0] No account.
        [one] { $count } account.
       *[other] { $count } accounts.
    }
accounts-people-none = No account has this address.
accounts-people-search = Exact e-mail address
accounts-person-create-title = Open an account
accounts-person-create-how = No e-mail leaves: tell the person that they can sign in with this address.
accounts-person-create = Open the account
accounts-person-known = There is already an account with this address.
accounts-name-purpose = the page “Your account” and the lists that name what they did
accounts-language = Language of e-mails
accounts-language-purpose = the e-mails this person gets
accounts-language-fr = French
accounts-language-en = English
accounts-place-hint = A région for steering, a département for coordination.
accounts-place-record = Or the organisation’s record
accounts-place-record-hint = Instead of a territory: open the record in the directory and copy here the address of the page.
accounts-place-record-unreadable = This is not the address of a record. It ends with thirty-two letters and figures.
accounts-place-twice = Choose a territory or an organisation, not both.
accounts-role-purpose = what this person will see and do
accounts-role-grant-title = Give a role
accounts-role-grant = Give this role
accounts-role-revoke-column = Take back
accounts-role-revoke = Take the role back
accounts-role-misplaced = This role is not held there: administration on the installation, steering on a region, coordination on a département, the others on a territory or in an organisation.
accounts-role-held-already = This person already has this role there.
accounts-role-ended-already = This role was already taken back. Reload the page.
accounts-roles-too-many = This person already has { $max } roles. Take one back first.
accounts-last-administrator = This is the last person who keeps the installation: give the role to somebody else before taking it back.

done-accounts-signed-in = You are signed in.
done-accounts-signed-out = You are signed out of this browser.
done-accounts-session-ended = The session is closed.
done-accounts-other-sessions-ended = All your other sessions are closed.
done-accounts-person-created = The account is open.
done-accounts-role-granted = The role is given; it holds from now on.
done-accounts-role-revoked = The role is taken back.
