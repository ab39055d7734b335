namespace CrmVoip.Domain.Importacoes;

/// <summary>What a column of a spreadsheet may hold.</summary>
public enum CampoDaImportacao
{
    Nenhum,
    Nome,
    Empresa,
    Telefone,
    Email,
}
