namespace CrmVoip.Web;

/// <summary>The controller lives inside an organization: its address is /o/{slug}/… and its person a member.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DaOrganizacaoAttribute : Attribute;

/// <summary>The action waits for the provider or streams: it opens its own short transactions.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SemTransacaoAttribute : Attribute;
