using CrmVoip.Api4Com;
using CrmVoip.Data;

namespace CrmVoip.Features.Telefonia.Ramais;

/// <summary>A ramal of the provider's list. Dono: who has it here.</summary>
public sealed record RamalListado(string Extension, string SipServer, string? Nome, string? Email, string? Dono);

/// <summary>Erro in words, with where it is mended when the administrador can; then the list is empty.</summary>
public sealed record ListaDaApi4Com(IReadOnlyList<RamalListado> Ramais, string? Erro = null, bool NaConexao = false);

/// <summary>The provider's list, beside what this organization made of it.</summary>
public sealed class ListarRamaisDaApi4Com(CrmDbContext db, RamaisDaApi4Com naApi4Com)
{
    public async Task<ListaDaApi4Com> ExecutarAsync(CancellationToken ct)
    {
        try
        {
            if (await naApi4Com.ListarAsync(ct) is not { } ramais)
            {
                return new([], "A organização ainda não conectou a API4COM.", NaConexao: true);
            }

            var dono = await db.EmTransacaoAsync(() => db.DonosAsync(ct), ct);
            return new([.. ramais
                .OrderBy(r => r.Number, StringComparer.Ordinal)
                .Select(r => new RamalListado(r.Number, r.Domain, r.DisplayName, r.Email, dono(r.Number)))]);
        }
        catch (Api4ComException erro)
        {
            return Explicar(erro);
        }
    }

    public static ListaDaApi4Com Explicar(Api4ComException erro) => erro.Kind switch
    {
        Api4ComErrorKind.TokenRefused => new([], "A API4COM recusou o token da organização. Troque-o nas conexões.", NaConexao: true),
        Api4ComErrorKind.NoPermission => new([], "O token da organização não tem permissão para ver os ramais. Troque-o nas conexões.", NaConexao: true),
        Api4ComErrorKind.AddressNotAllowed or Api4ComErrorKind.UnexpectedAnswer => new([], "O endereço da API4COM não serve. Confira-o nas conexões.", NaConexao: true),
        _ => new([], "A API4COM não respondeu. Os ramais já atribuídos continuam valendo; tente de novo em instantes."),
    };
}
