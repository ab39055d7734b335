using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Pessoas.Conta.Sessoes;

/// <summary>The cookie that outlives the session, as Hosting names and guards it.</summary>
public sealed class OpcoesDoAparelho
{
    public CookieBuilder Cookie { get; set; } = new();
}

/// <summary>
/// Whether somebody signed in to an account in this browser before: a cookie of its own says so, sealed, for each account. It
/// opens nothing. Wrong passwords from elsewhere do not count against it, and signing in from it is no news.
/// </summary>
public sealed class AparelhoConhecido(IDataProtectionProvider protecao, IHttpContextAccessor acesso, IOptions<OpcoesDoAparelho> opcoes)
{
    public static readonly TimeSpan Validade = TimeSpan.FromDays(365);

    // Several people may share a browser; the one who was there longest ago is forgotten.
    private const int ContasMaximo = 8;

    private readonly ITimeLimitedDataProtector _selo = protecao.CreateProtector("CrmVoip.AparelhoConhecido.v1").ToTimeLimitedDataProtector();

    /// <summary>What this browser is called for that account; null when nobody signed in to it here.</summary>
    public Guid? Da(Guid usuarioId) => Ler().Find(c => c.Usuario == usuarioId)?.Aparelho;

    public void Marcar(Guid usuarioId)
    {
        var contas = Ler();
        var marca = contas.Find(c => c.Usuario == usuarioId) ?? new Marca(usuarioId, Guid.NewGuid());
        Escrever([marca, .. contas.Where(c => c.Usuario != usuarioId).Take(ContasMaximo - 1)]);
    }

    private List<Marca> Ler()
    {
        if (acesso.HttpContext?.Request.Cookies[opcoes.Value.Cookie.Name!] is not { Length: > 0 } cookie)
        {
            return [];
        }

        try
        {
            return [.. _selo.Unprotect(cookie).Split(' ').Select(Marca.Ler)];
        }
        catch (CryptographicException)
        {
            // Too old, or not ours.
            return [];
        }
    }

    private void Escrever(IEnumerable<Marca> contas)
    {
        if (acesso.HttpContext is { } contexto)
        {
            var selado = _selo.Protect(string.Join(' ', contas), Validade);
            contexto.Response.Cookies.Append(opcoes.Value.Cookie.Name!, selado, opcoes.Value.Cookie.Build(contexto));
        }
    }

    private sealed record Marca(Guid Usuario, Guid Aparelho)
    {
        public static Marca Ler(string texto) => texto.Split('/') is [var usuario, var aparelho]
            ? new Marca(Guid.ParseExact(usuario, "N"), Guid.ParseExact(aparelho, "N"))
            : throw new CryptographicException();

        public override string ToString() => $"{Usuario:N}/{Aparelho:N}";
    }
}
