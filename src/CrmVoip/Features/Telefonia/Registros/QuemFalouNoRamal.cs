using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Telefonia;
using CrmVoip.Text;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>Whose call it was, of one made outside the product.</summary>
public sealed class QuemFalouNoRamal(CrmDbContext db, ContatosPorNumero contatos)
{
    public async Task<QuemFalou> AcharAsync(RegistroDoProvedor registro, DateTimeOffset quando, CancellationToken ct)
    {
        var (contatoId, oportunidadeId) = await contatos.UnicoAsync(registro.Contraparte, ct);
        return new QuemFalou(Numero(registro.Contraparte), await TitularAsync(registro, quando, ct), contatoId, oportunidadeId);
    }

    private async Task<Guid?> TitularAsync(RegistroDoProvedor registro, DateTimeOffset quando, CancellationToken ct)
    {
        var dominios = await DominiosDaConexao.LerAsync(db, ct);
        var titulares = await db.RamaisTitulares
            .Where(t => t.Confirmado != false && t.Extension == registro.Ramal && t.Desde <= quando && (t.Ate == null || t.Ate > quando))
            .ToListAsync(ct);
        return titulares.Where(t => dominios.Lugar(t.SipDomain) == dominios.Lugar(registro.SipDomain)).MaxBy(t => t.Desde)?.UsuarioId;
    }

    private static string Numero(string? texto) =>
        NumeroDeTelefone.Ler(texto)?.E164 ?? (texto ?? "").Cortado(RamalVoip.ExtensionMaximo);
}
