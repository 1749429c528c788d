"""The boundary between the firmware and whatever it runs on; README.md here is the contract."""
