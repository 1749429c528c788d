"""What survives the power switch: the profile and the newest day."""
