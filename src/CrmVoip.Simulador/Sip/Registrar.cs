namespace CrmVoip.Simulador.Sip;

public sealed record Binding(
    string Domain, string User, string ContactUri, string? Instance, SipConnection Connection, DateTimeOffset RegisteredAt, DateTimeOffset ExpiresAt);

/// <summary>Where each extension can be reached. An extension may have several contacts, each ends by itself.</summary>
public sealed class Registrar(TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly List<Binding> bindings = [];

    public IReadOnlyList<Binding> All
    {
        get
        {
            lock (gate)
            {
                return [.. Alive()];
            }
        }
    }

    public IReadOnlyList<Binding> Find(string domain, string user) =>
        [.. All.Where(b => b.Domain == domain && b.User == user).OrderByDescending(b => b.RegisteredAt)];

    public void Register(string domain, string user, string contact, string? instance, SipConnection connection, TimeSpan lifetime)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            bindings.RemoveAll(b => b.Domain == domain && b.User == user && b.ContactUri == contact);
            bindings.Add(new Binding(domain, user, contact, instance, connection, now, now + lifetime));
        }
    }

    public void Unregister(string domain, string user, string? contact = null)
    {
        lock (gate)
        {
            bindings.RemoveAll(b => b.Domain == domain && b.User == user && (contact is null || b.ContactUri == contact));
        }
    }

    public void Forget(SipConnection connection)
    {
        lock (gate)
        {
            bindings.RemoveAll(b => b.Connection == connection);
        }
    }

    private IEnumerable<Binding> Alive() =>
        bindings.Where(b => b.ExpiresAt > clock.GetUtcNow() && b.Connection.IsOpen);
}
