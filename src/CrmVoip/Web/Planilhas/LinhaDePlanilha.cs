namespace CrmVoip.Web.Planilhas;

/// <summary>A row as it stands in a file, which counts from one.</summary>
public sealed record LinhaDePlanilha(int Numero, string[] Celulas);

/// <summary>What was sent is no spreadsheet, or more than is read. The message is for who sent it.</summary>
public sealed class PlanilhaIlegivelException(string mensagem, Exception? causa = null) : Exception(mensagem, causa);
