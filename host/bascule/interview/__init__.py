"""The screening as a conversation: questions, answers, and the profile that they make."""
